package io.portolan.alert.ocsf;

import io.portolan.alert.document.Json;
import io.portolan.alert.document.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event class of OCSF, and the attributes with which every event begins. */
enum OcsfClass {
    DETECTION_FINDING(2, "Findings", 2004, "Detection Finding"),
    NETWORK_ACTIVITY(4, "Network Activity", 4001, "Network Activity");

    /** Version of OCSF whose attributes these are. */
    static final String VERSION = "1.9.0";

    /** The profile with which an event may bear an action, a risk and the techniques of MITRE ATT&CK. */
    static final String SECURITY_CONTROL = "security_control";

    private static final String NAME = "Portolan";

    private final int category;
    private final String categoryName;
    private final int uid;
    private final String caption;

    OcsfClass(int category, String categoryName, int uid, String caption) {
        this.category = category;
        this.categoryName = categoryName;
        this.uid = uid;
        this.caption = caption;
    }

    /** A number of an enum of OCSF with its caption. */
    record Choice(int id, String caption) {
        void write(Json json, String name) {
            json.number(name + "_id", id);
            json.text(name, caption);
        }
    }

    /** What tells the reader the kind of event. */
    void classify(Json json, Choice activity, Severity severity) {
        json.number("category_uid", category);
        json.text("category_name", categoryName);
        json.number("class_uid", uid);
        json.text("class_name", caption);
        json.number("activity_id", activity.id());
        json.text("activity_name", activity.caption());
        json.number("type_uid", uid * 100L + activity.id());
        json.text("type_name", caption + ": " + activity.caption());
        json.number("severity_id", severity.id());
        json.text("severity", severity.caption());
    }

    /**
     * The object {@code metadata}.
     *
     * @param uid of this event, null if it has none
     * @param format of the log that it is a record of, null if it is none
     * @param observer who wrote that, null if not known
     */
    static void metadata(
            Json json,
            List<String> profiles,
            @Nullable String uid,
            @Nullable String format,
            @Nullable String observer) {
        json.object("metadata", metadata -> {
            metadata.text("version", VERSION);
            metadata.texts("profiles", profiles);
            metadata.object("product", product -> {
                product.text("name", NAME);
                product.text("vendor_name", NAME);
            });
            metadata.text("uid", uid);
            metadata.text("log_format", format);
            metadata.text("log_source", observer);
        });
    }
}
