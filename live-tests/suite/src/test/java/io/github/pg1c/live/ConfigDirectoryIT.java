package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The cluster was made with a directory of postgresql.conf that was empty and is apart from the data. */
@ExtendWith(BootedCluster.class)
@Order(16)
@Tag("oldest")
class ConfigDirectoryIT {

    private static final String DIRECTORY = "/etc/postgresql/live";

    @Test
    void everyMemberReadsItsFilesThereAndWhatInitdbChose(LiveCluster live) throws SQLException {
        for (String member : live.members()) {
            assertThat(Sql.run(live, member, "show config_file")).isEqualTo(DIRECTORY + "/postgresql.conf");
            assertThat(Sql.run(live, member, "show hba_file")).isEqualTo(DIRECTORY + "/pg_hba.conf");
            assertThat(Sql.run(live, member, "show ident_file")).isEqualTo(DIRECTORY + "/pg_ident.conf");
            assertThat(Sql.run(
                            live,
                            member,
                            "select sourcefile from pg_file_settings where name = 'default_text_search_config'"))
                    .as("%s keeps what initdb wrote", member)
                    .endsWith("/postgresql.conf")
                    .doesNotStartWith(DIRECTORY);
        }
    }
}
