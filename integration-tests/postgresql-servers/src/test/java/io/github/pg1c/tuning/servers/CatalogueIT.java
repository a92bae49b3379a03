package io.github.pg1c.tuning.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class CatalogueIT {

    @Test
    void resourceIsWhatTheServersSay() throws Exception {
        assertThat(CatalogueText.generate())
                .describedAs("run CatalogueText.main in this module's folder when the servers have changed")
                .isEqualTo(Files.readString(CatalogueText.RESOURCE));
    }
}
