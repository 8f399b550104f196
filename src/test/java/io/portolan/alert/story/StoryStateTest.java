package io.portolan.alert.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.schema.RoleBasis;
import org.junit.jupiter.api.Test;

class StoryStateTest {
    private static final String CONVERSATION = """
            {"peer":"198.51.100.7","peerPort":40000,"toWatched":{"packets":3,"bytes":180},\
            "start":0,"end":5}""";

    @Test
    void whatIsAsInANewStateIsNotWritten() {
        assertThat(text(state(conversation()))).isEqualTo("{\"conversations\":[" + CONVERSATION + "]}");
    }

    @Test
    void whatIsNothingButNotAsInANewStateIsWritten() {
        StoryState state = new StoryState();
        Story story = Story.of("rule", true);
        story.bytesFromClient = 0;
        story.firstStart = 0;
        state.stories.add(story);

        StoryState read = StoryState.read(state.write());

        assertThat(text(read)).contains("\"bytesFromClient\":0").doesNotContain("bytesFromServer");
        assertThat(read.stories.get(0).bytesFromServer).isEqualTo(new Story().bytesFromServer);
        assertThat(read.stories.get(0).bytesFromClient).isZero();
        assertThat(read.stories.get(0).firstStart).isZero();
    }

    @Test
    void aStateOfAnOlderVersionThatHasAllFieldsIsRead() {
        String older = """
                {"wake":0,"conversations":[{"peer":"198.51.100.7","peerPort":40000,"ipv6":false,"peerAtRandom":false,\
                "watched":"UNTOLD","basis":"NONE","confidence":0,"answered":false,"toWatched":{"packets":3,"bytes":180},\
                "fromWatched":null,"start":0,"end":5,"countedBy":[]}],"stories":[]}""";

        StoryState read = StoryState.read(older.getBytes(UTF_8));

        assertThat(text(read)).isEqualTo("{\"conversations\":[" + CONVERSATION + "]}");
        assertThat(read.conversations.get(0).basis).isEqualTo(RoleBasis.NONE);
        assertThat(read.conversations.get(0).countedBy).isEmpty();
    }

    private static Conversation conversation() {
        Conversation conversation = new Conversation();
        conversation.peer = "198.51.100.7";
        conversation.peerPort = 40_000;
        conversation.toWatched = new Way();
        conversation.toWatched.add(3, 180);
        conversation.start = 0;
        conversation.end = 5;
        return conversation;
    }

    private static StoryState state(Conversation conversation) {
        StoryState state = new StoryState();
        state.conversations.add(conversation);
        return state;
    }

    private static String text(StoryState state) {
        return new String(state.write(), UTF_8);
    }
}
