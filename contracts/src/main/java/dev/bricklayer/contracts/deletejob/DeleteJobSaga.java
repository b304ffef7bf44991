package dev.bricklayer.contracts.deletejob;

import static dev.bricklayer.contracts.saga.SagaStep.Kind.AFTERMATH;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.DONE;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.FORWARD;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.PIVOT;
import static dev.bricklayer.contracts.saga.Service.BFF;
import static dev.bricklayer.contracts.saga.Service.CONSTRUCTOR;
import static dev.bricklayer.contracts.saga.Service.ENGINE;
import static dev.bricklayer.contracts.saga.Service.STORAGE;

import dev.bricklayer.contracts.saga.SagaMap;
import dev.bricklayer.contracts.saga.SagaStep;
import java.time.Duration;
import java.util.List;

/**
 * The map of delete-job. It has no way back: every step does again what it did when it is asked
 * again, and the initiator asks until it hears the end.
 */
public final class DeleteJobSaga {

  /** The saga's name in message headers, operations and counters. */
  public static final String NAME = "delete-job";

  /** The map. */
  public static final SagaMap MAP =
      new SagaMap(
          NAME,
          BFF,
          DeleteJob.class,
          null,
          Duration.ofMinutes(10),
          List.of(
              new SagaStep(
                  "plan it no more, take back what is not being sent",
                  ENGINE,
                  "UnplanJobOnDeleteJob",
                  DeleteJob.class,
                  PIVOT,
                  false,
                  List.of(JobUnplanned.class),
                  ""),
              new SagaStep(
                  "erase the job",
                  STORAGE,
                  "EraseJobOnJobUnplanned",
                  JobUnplanned.class,
                  FORWARD,
                  false,
                  List.of(JobErased.class),
                  ""),
              new SagaStep(
                  "tell that it is gone",
                  BFF,
                  "CompleteOperationOnJobErased",
                  JobErased.class,
                  DONE,
                  false,
                  List.of(),
                  ""),
              new SagaStep(
                  "leave the channel that no job of a managed bot needs any more",
                  CONSTRUCTOR,
                  "LeaveChannelOnJobErased",
                  JobErased.class,
                  AFTERMATH,
                  true,
                  List.of(),
                  "")));

  private DeleteJobSaga() {}
}
