/** Rules about the files of the pages, which no compiler reads. */
@org.jspecify.annotations.NullMarked
package clientportal.pages;
