package clientportal.aws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Marks a test of LocalStack itself: of what it makes of the templates, and where it differs. */
@Tag("localstack")
@ExtendWith(WhereThereIsAws.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface LocalStackTest {}
