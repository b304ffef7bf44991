package dev.bricklayer.bff.link;

import dev.bricklayer.bff.identity.Identities;
import dev.bricklayer.bff.identity.ServerUnknownException;
import dev.bricklayer.contracts.link.ConfirmLink;
import dev.bricklayer.contracts.link.LinkId;
import dev.bricklayer.contracts.link.RequestLink;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.messaging.Outbox;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/**
 * Asks the user service to link a Mattermost user to the account whose code they typed. Its answers
 * come later, to the {@link LinkListener}.
 */
@Component
public class Linking {

  private final Identities identities;
  private final Outbox outbox;
  private final IdGenerator ids;

  Linking(Identities identities, Outbox outbox, IdGenerator ids) {
    this.identities = identities;
    this.outbox = outbox;
    this.ids = ids;
  }

  /**
   * Sends what was typed on its way; nothing is linked by it. Within a transaction of the caller's
   * it leaves with that transaction, so that what is needed to tell the answer can be kept with it.
   *
   * @param user who typed it
   * @param username their user name in Mattermost
   * @param typed whatever was typed as a code
   * @return under which name the answer will come; empty when this cannot be a code
   * @throws ServerUnknownException as long as the server has never been reached
   */
  @Transactional
  public Optional<LinkId> ask(MattermostUserId user, String username, String typed) {
    return LinkCode.typed(typed)
        .map(
            code -> {
              LinkId link = new LinkId(ids.generateId());
              outbox
                  .outsideSagas()
                  .send(
                      new RequestLink(
                          link, identities.meet(user), user.value(), username, code.value()));
              return link;
            });
  }

  /**
   * Sends the yes of whoever typed the code. Anybody else's yes is refused by the user service, and
   * so is one that comes too late; a second one changes nothing.
   */
  @Transactional
  public void confirm(LinkId link, MattermostUserId user) {
    outbox.outsideSagas().send(new ConfirmLink(link, identities.of(user)));
  }
}
