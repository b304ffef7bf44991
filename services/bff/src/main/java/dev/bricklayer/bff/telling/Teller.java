package dev.bricklayer.bff.telling;

import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.CardPrinter;
import dev.bricklayer.bff.installation.Installation;
import dev.bricklayer.bff.installation.ServerFacts;
import dev.bricklayer.bff.people.Place;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.Channel;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.NewPost;
import dev.bricklayer.mattermost.Post;
import dev.bricklayer.mattermost.PostId;
import dev.bricklayer.mattermost.hooks.Message;
import dev.bricklayer.mattermost.hooks.ResponseHook;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells a person something, where they are or, when that way is closed, in the direct channel with
 * our bot. Calls Mattermost, so it takes as long as Mattermost does.
 */
@Component
public class Teller {

  private static final Logger log = LoggerFactory.getLogger(Teller.class);

  private final MattermostClient mattermost;
  private final Installation installation;
  private final CardPrinter printer;

  Teller(MattermostClient mattermost, Installation installation, CardPrinter printer) {
    this.mattermost = mattermost;
    this.installation = installation;
    this.printer = printer;
  }

  /** Shows a card to this person, there if that is possible. */
  public Told tell(Card card, MattermostUserId reader, Place place) {
    boolean heard =
        switch (place) {
          case Place.Here(var hook) ->
              worked(
                  mattermost.respond(new ResponseHook(hook), printer.print(card, reader, place)));
          case Place.OnCard(var post) -> redraw(new PostId(post), card, reader, place);
          case Place.InDirect _ -> false;
        };
    return heard ? new Told.AsMeant() : tellDirectly(card, reader);
  }

  private boolean redraw(PostId post, Card card, MattermostUserId reader, Place place) {
    Message message = printer.print(card, reader, place);
    return installation
        .botToken()
        .map(token -> worked(mattermost.changePost(token, post, message.text(), message.props())))
        .orElse(false);
  }

  private Told tellDirectly(Card card, MattermostUserId reader) {
    return installation
        .botToken()
        .flatMap(token -> post(card, reader, token))
        .<Told>map(post -> new Told.InDirect(link(post)))
        .orElseGet(Told.Nowhere::new);
  }

  private Optional<PostId> post(Card card, MattermostUserId reader, AccessToken token) {
    Message message = printer.print(card, reader, new Place.InDirect());
    return installation
        .botUser()
        .flatMap(bot -> value(mattermost.createDirectChannel(token, bot, reader)))
        .map(Channel::id)
        .map(channel -> new NewPost(channel, message.text(), "", message.props()))
        .flatMap(post -> value(mattermost.createPost(token, post)))
        .map(Post::id);
  }

  private String link(PostId post) {
    String site = installation.knownServer().map(ServerFacts::siteUrl).orElse("");
    return site + "/_redirect/pl/" + post;
  }

  private static boolean worked(Answer<?> answer) {
    return value(answer).isPresent();
  }

  private static <T> Optional<T> value(Answer<T> answer) {
    return switch (answer) {
      case Answer.Ok<T>(var value, _) -> Optional.of(value);
      case Answer.Refused<T> no -> nothing("refused: " + no.status() + " " + no.errorId());
      case Answer.Throttled<T> _ -> nothing("throttled");
      case Answer.Unreachable<T>(var why) -> nothing(why);
      case Answer.Ambiguous<T>(var why, _, _) -> nothing(why);
    };
  }

  private static <T> Optional<T> nothing(String why) {
    log.info("A person could not be told by this way, the next is tried: {}", why);
    return Optional.empty();
  }
}
