package dev.bricklayer.contracts;

import dev.bricklayer.contracts.changecredentials.ChangeCredentialsSaga;
import dev.bricklayer.contracts.changejob.ChangeJobSaga;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.contracts.deletejob.DeleteJobSaga;
import dev.bricklayer.contracts.deleteuser.DeleteUserSaga;
import dev.bricklayer.contracts.renamebot.RenameBotSaga;
import dev.bricklayer.contracts.saga.SagaMap;
import java.util.List;

/** The catalogue of every saga that runs through the services. */
public final class Sagas {

  /** Every map; each has its page in {@code docs/sagas/}. */
  public static final List<SagaMap> ALL =
      List.of(
          CreateBotSaga.MAP,
          ChangeJobSaga.MAP,
          DeleteJobSaga.MAP,
          DeleteBotSaga.MAP,
          RenameBotSaga.MAP,
          ChangeCredentialsSaga.MAP,
          DeleteUserSaga.MAP);

  private Sagas() {}
}
