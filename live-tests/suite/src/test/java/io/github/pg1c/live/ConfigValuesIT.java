package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.ConfigProblem.Effect;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The library refuses the configurations that the Patroni of the hosts would not take over. */
@ExtendWith(BootedCluster.class)
@Order(10)
@Tag("newest")
class ConfigValuesIT {

    private static final List<String> CHANGES = List.of(
            "{\"ttl\": \"abc\"}",
            "{\"ttl\": \"40\"}",
            "{\"loop_wait\": [1]}",
            "{\"loop_wait\": 1.5}",
            "{\"retry_timeout\": \"10s\"}",
            "{\"synchronous_mode\": \"qourum\"}",
            "{\"check_timeline\": \"on\"}",
            "{\"check_timeline\": true}",
            "{\"maximum_lag_on_failover\": \"1MB\"}",
            "{\"primary_start_timeout\": \"0x10\"}",
            "{\"master_stop_timeout\": \"soon\"}",
            "{\"synchronous_node_count\": {\"a\": 1}}",
            "{\"standby_cluster\": true}",
            "{\"postgresql\": \"x\"}",
            "{\"postgresql\": {\"parameters\": [\"x\"]}}",
            "{\"postgresql\": {\"parameters\": {\"max_connections\": \"many\"}}}",
            "{\"postgresql\": {\"parameters\": {\"max_connections\": 10}}}",
            "{\"postgresql\": {\"parameters\": {\"wal_keep_size\": \"1h\"}}}",
            "{\"postgresql\": {\"parameters\": {\"wal_level\": 7}}}");

    /** Patroni's own treatment of a new configuration; one line for each change. */
    private static final String PROGRAM = """
            import json, logging, tempfile
            logging.disable(logging.CRITICAL)
            from patroni.config import Config
            local = '''
            name: n
            scope: s
            postgresql:
              listen: 127.0.0.1:5432
              authentication: {replication: {username: r}, superuser: {username: s}}
            '''
            with tempfile.NamedTemporaryFile('w', suffix='.yml') as file:
                file.write(local)
                file.flush()
                for change in %s:
                    configuration = {'loop_wait': 10, 'ttl': 30, 'retry_timeout': 10}
                    configuration.update(json.loads(change))
                    print('taken' if Config(file.name, None).set_dynamic_configuration(configuration) else 'kept')
            """;

    @Test
    void whatPatroniWouldNotTakeOverIsRefused(LiveCluster live) {
        StringBuilder list = new StringBuilder("[");
        CHANGES.forEach(change -> list.append("'").append(change).append("', "));
        String program = PROGRAM.formatted(list.append("]"));
        String encoded = Base64.getEncoder().encodeToString(program.getBytes(StandardCharsets.UTF_8));
        List<String> verdicts = live.host(live.leader())
                .shell("echo " + encoded + " | base64 --decode | python3 -")
                .orThrow()
                .lines()
                .toList();
        assertThat(verdicts).hasSameSizeAs(CHANGES).contains("taken", "kept");

        Map<String, String> theirs = new LinkedHashMap<>();
        Map<String, String> ours = new LinkedHashMap<>();
        PatroniClient patroni = live.patroni();
        for (int i = 0; i < CHANGES.size(); i++) {
            boolean refused = patroni.planConfiguration(ConfigPatch.parse(CHANGES.get(i))).problems().stream()
                    .anyMatch(problem -> problem.effect() == Effect.REJECTED);
            theirs.put(CHANGES.get(i), verdicts.get(i));
            ours.put(CHANGES.get(i), refused ? "kept" : "taken");
        }
        assertThat(ours).isEqualTo(theirs);
    }
}
