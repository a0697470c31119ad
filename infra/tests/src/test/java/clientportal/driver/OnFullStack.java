package clientportal.driver;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that fill the table: they act on a second stack, which they share, because the others read
 * theirs whole, to see that nothing changed. They run beside those.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FullStack.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("full stack")
public @interface OnFullStack {}
