package clientportal.aws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test of an adapter, which asks {@link Aws#current} for its services: it runs on the
 * embedded parts in each build, and on LocalStack with the profile {@code localstack}.
 */
@Tag("adapter")
@ExtendWith(WhereThereIsAws.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AdapterTest {}
