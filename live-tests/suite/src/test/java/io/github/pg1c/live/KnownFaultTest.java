package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class KnownFaultTest {

    @KnownFault(value = "The moon is not made of cheese.", shownBy = "stone")
    private static KnownFault fault() throws NoSuchMethodException {
        return KnownFaultTest.class.getDeclaredMethod("fault").getAnnotation(KnownFault.class);
    }

    @Test
    void skipsTheTestThatFailsInTheWayOfTheFault() throws NoSuchMethodException {
        KnownFault fault = fault();
        AssertionError shown = new AssertionError("expected cheese but was stone");
        assertThatThrownBy(() -> KnownFaultExtension.judge(fault, () -> {
                    throw shown;
                }))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("not made of cheese")
                .hasCause(shown);
    }

    @Test
    void failsWhenTheTestPasses() throws NoSuchMethodException {
        KnownFault fault = fault();
        assertThatThrownBy(() -> KnownFaultExtension.judge(fault, () -> {}))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("take the annotation away");
    }

    @Test
    void failsWhenTheTestFailsInAnotherWay() throws NoSuchMethodException {
        KnownFault fault = fault();
        AssertionError other = new AssertionError("expected cheese but was nothing");
        assertThatThrownBy(() -> KnownFaultExtension.judge(fault, () -> {
                    throw other;
                }))
                .isSameAs(other);
    }
}
