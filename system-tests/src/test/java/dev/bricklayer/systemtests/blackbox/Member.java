package dev.bricklayer.systemtests.blackbox;

import dev.bricklayer.testkit.mattermost.Answer;
import dev.bricklayer.testkit.mattermost.Dialog;
import dev.bricklayer.testkit.mattermost.Heard;
import dev.bricklayer.testkit.mattermost.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A member of the playground's team at a client: types, clicks, fills in, reads. */
final class Member implements AutoCloseable {

  private static final String NEW = "posted";
  private static final String ONLY_FOR_ME = "ephemeral_message";

  private final Person client;
  private final String team;

  Member(Person client, String team) {
    this.client = client;
    this.team = team;
  }

  /** Their client, for what is not told below. */
  Person client() {
    return client;
  }

  String id() {
    return client.id();
  }

  /** The moment before what they do next. */
  int now() {
    return client.websocket().now();
  }

  /** Types a command, and reads what only they can see. */
  Post types(String channel, String command) {
    int before = now();
    client.type(command, channel, team).ok();
    return seesForThemselves(before, channel, "");
  }

  /** Clicks a button, and reads what only they can see. */
  Post clicks(Post post, String button) {
    int before = now();
    click(post, button).ok();
    return seesForThemselves(before, post.channel(), "");
  }

  /** Clicks a button. */
  Answer click(Post post, String button) {
    return client.click(post.json(), post.button(button).path("name").asString(""));
  }

  /** Clicks a button, and finds a dialog open. */
  Dialog opens(Post post, String button) {
    return client.seesDialog(click(post, button));
  }

  /** Sends a dialog as it stands there, with this typed over it. */
  Submission submits(Dialog dialog, String channel, Map<String, String> typed) {
    Map<String, String> values = new HashMap<>(dialog.filledIn());
    values.putAll(typed);
    return new Submission(client.submit(dialog, values, channel, team));
  }

  /** Reads what only they can see in this channel, once it holds these words. */
  Post seesForThemselves(int since, String channel, String words) {
    return sees(ONLY_FOR_ME, since, says(channel, words));
  }

  /** Reads what everybody in the channel can see, once it holds these words. */
  Post sees(int since, String channel, String words) {
    return sees(NEW, since, says(channel, words));
  }

  /** What has come into this channel with these words, for everybody to see. */
  List<Post> allSeen(int since, String channel, String words) {
    return all(since, NEW).filter(says(channel, words)).toList();
  }

  /** What has come for nobody but them. */
  List<Post> allSeenForThemselves(int since) {
    return all(since, ONLY_FOR_ME).toList();
  }

  private Stream<Post> all(int since, String event) {
    return client.websocket().allAfter(since).stream()
        .filter(heard -> heard.name().equals(event))
        .map(Member::post);
  }

  private Post sees(String event, int since, Predicate<Post> fits) {
    return post(client.websocket().awaitAfter(since, event, heard -> fits.test(post(heard))));
  }

  private static Post post(Heard heard) {
    return new Post(heard.post());
  }

  private static Predicate<Post> says(String channel, String words) {
    return post -> post.channel().equals(channel) && post.words().contains(words);
  }

  @Override
  public void close() {
    client.close();
  }
}
