package io.github.pg1c.bundle.text;

import io.github.pg1c.base.text.Sha256;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.setting.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of one file, noted while the file is written. A path that comes again has one more value. */
final class Settings {

    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final StringBuilder lines = new StringBuilder();
    private String reason = "";

    /** The words above the settings that follow. */
    void reason(String words) {
        reason = words;
    }

    void add(String path, String value, Need need) {
        Setting setting = new Setting(path, value, reason, need);
        settings.merge(
                path,
                setting,
                (one, more) -> new Setting(path, one.value() + "\n" + more.value(), one.reason(), one.need()));
    }

    /** A line of what has no settings of its own. */
    void line(String line) {
        lines.append(line).append('\n');
    }

    /**
     * Every setting in the order of the file.
     *
     * @param need what changed lines need
     */
    List<Setting> list(Need need) {
        List<Setting> all = new ArrayList<>(settings.values());
        if (!lines.isEmpty()) {
            all.add(new Setting(Setting.CONTENT, Sha256.shortened(lines.toString()), "", need));
        }
        return all;
    }
}
