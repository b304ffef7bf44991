package dev.bricklayer.mattermost;

import org.jspecify.annotations.Nullable;

/**
 * A custom slash command as its administrators see it.
 *
 * @param id which
 * @param team the only team in which it can be typed
 * @param creator the account that made it
 * @param trigger the word behind the slash
 * @param url what Mattermost calls, as it was written
 * @param byPost whether it is called by POST, not GET
 * @param displayName for people
 * @param description for administrators
 * @param completes whether completion offers it
 * @param hint what completion shows behind the trigger
 * @param completion what completion says that it does
 * @param username in whose name its answers stand
 * @param token what Mattermost proves itself with when it calls; null where the caller may not know
 *     it
 */
public record Command(
    CommandId id,
    TeamId team,
    MattermostUserId creator,
    String trigger,
    String url,
    boolean byPost,
    String displayName,
    String description,
    boolean completes,
    String hint,
    String completion,
    String username,
    @Nullable AccessToken token) {

  /** The same with another token. */
  public Command withToken(AccessToken renewed) {
    return new Command(
        id,
        team,
        creator,
        trigger,
        url,
        byPost,
        displayName,
        description,
        completes,
        hint,
        completion,
        username,
        renewed);
  }

  /** Whether nothing would change if it were written like this. */
  public boolean isAs(NewCommand wanted) {
    return byPost
        && completes
        && team.equals(wanted.team())
        && trigger.equals(wanted.trigger())
        && url.equals(wanted.url().toString())
        && displayName.equals(wanted.displayName())
        && description.equals(wanted.description())
        && hint.equals(wanted.hint())
        && completion.equals(wanted.completion())
        && username.equals(wanted.username());
  }
}
