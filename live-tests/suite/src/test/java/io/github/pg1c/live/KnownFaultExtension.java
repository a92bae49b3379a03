package io.github.pg1c.live;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** Inverts the outcome of a test that shows a known fault. */
final class KnownFaultExtension implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        judge(method.getExecutable().getAnnotation(KnownFault.class), test::proceed);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        interceptTestMethod(test, method, context);
    }

    /** A test method. */
    @FunctionalInterface
    interface Body {
        /** Runs it. */
        void run() throws Throwable;
    }

    static void judge(KnownFault fault, Body test) throws Throwable {
        try {
            test.run();
        } catch (Throwable failure) {
            if (Arrays.stream(fault.shownBy()).anyMatch(String.valueOf(failure.getMessage())::contains)) {
                System.out.println("KNOWN FAULT: " + fault.value());
                throw new TestAbortedException("known fault: " + fault.value(), failure);
            }
            throw failure;
        }
        throw new AssertionError("the fault does not show any more, take the annotation away: " + fault.value());
    }
}
