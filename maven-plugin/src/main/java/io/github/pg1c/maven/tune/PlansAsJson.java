package io.github.pg1c.maven.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.text.PlanFormat;
import java.util.List;

/** Plans of specified nodes as one JSON document: a list of groups of equal nodes, each with its plan. */
final class PlansAsJson {

    private PlansAsJson() {}

    static String of(List<TunedNode> subjects) {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        try {
            ArrayNode plans = mapper.createArrayNode();
            for (TunedNode subject : subjects) {
                ObjectNode plan = plans.addObject().put("cluster", subject.cluster());
                ArrayNode nodes = plan.putArray("nodes");
                subject.nodes().forEach(nodes::add);
                plan.set("plan", mapper.readTree(PlanFormat.JSON.text(subject.plan(), Language.EN)));
            }
            return mapper.writeValueAsString(plans) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan that is not JSON", e);
        }
    }
}
