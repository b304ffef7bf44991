package dev.bricklayer.contracts.saga;

import static dev.bricklayer.contracts.saga.SagaStep.Kind.COMPENSATION;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.DONE;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.FORWARD;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.PIVOT;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.UNDONE;
import static dev.bricklayer.contracts.saga.Service.BFF;
import static dev.bricklayer.contracts.saga.Service.ENGINE;
import static dev.bricklayer.contracts.saga.Service.STORAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.saga.SagaStep.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A map checks itself; every flaw it must find has a guilty map here. */
class SagaMapTest {

  record Tea(String key) implements Message {}

  record Stop(String key) implements Message {}

  record KettleFilled(String key) implements Message {}

  record TeaMade(String key) implements Message {}

  record TeaRefused(String key) implements Message {}

  record KettleEmptied(String key) implements Message {}

  record TeaSpilled(String key) implements Message {}

  private static final SagaStep FILL =
      step(STORAGE, "FillKettleOnTea", Tea.class, FORWARD, "EmptyKettleOnTeaRefused")
          .answering(List.of(KettleFilled.class));
  private static final SagaStep MAKE =
      step(ENGINE, "MakeTeaOnKettleFilled", KettleFilled.class, PIVOT, "")
          .answering(List.of(TeaMade.class, TeaRefused.class));
  private static final SagaStep ARBITRATE =
      step(ENGINE, "ArbitrateOnStop", Stop.class, Kind.ARBITRATION, "")
          .answering(List.of(TeaRefused.class, TeaMade.class));
  private static final SagaStep EMPTY =
      step(STORAGE, "EmptyKettleOnTeaRefused", TeaRefused.class, COMPENSATION, "")
          .answering(List.of(KettleEmptied.class));
  private static final SagaStep SERVE =
      step(BFF, "ServeOnTeaMade", TeaMade.class, DONE, "").answering(List.of());
  private static final SagaStep APOLOGISE =
      step(BFF, "ApologiseOnKettleEmptied", KettleEmptied.class, UNDONE, "").answering(List.of());

  @Test
  void takesAMapWithoutFlaw() {
    assertThatCode(() -> mapOf(steps -> steps)).doesNotThrowAnyException();
    assertThat(CreateBotSaga.MAP.pivot().reaction()).isEqualTo("PlanJobOnJobStored");
  }

  @Test
  void findsAnEventThatNobodyHears() {
    assertFlaw("nobody hears KettleEmptied", steps -> without(steps, APOLOGISE));
  }

  @Test
  void findsAnAbandonmentThatNobodyHears() {
    assertFlaw("nobody hears Stop", steps -> without(steps, ARBITRATE));
  }

  @Test
  void findsADeadEnd() {
    SagaStep mute =
        step(STORAGE, "EmptyKettleOnTeaRefused", TeaRefused.class, COMPENSATION, "")
            .answering(List.of());
    assertFlaw(
        "EmptyKettleOnTeaRefused is a dead end",
        steps -> without(replaced(steps, EMPTY, mute), APOLOGISE));
  }

  @Test
  void findsAForwardRowBeforeThePivotThatNothingUndoes() {
    SagaStep careless =
        step(STORAGE, "FillKettleOnTea", Tea.class, FORWARD, "")
            .answering(List.of(KettleFilled.class));
    assertFlaw("FillKettleOnTea has no compensation", steps -> replaced(steps, FILL, careless));
  }

  @Test
  void findsACompensationOfAnotherService() {
    SagaStep elsewhere =
        step(ENGINE, "EmptyKettleOnTeaRefused", TeaRefused.class, COMPENSATION, "")
            .answering(List.of(KettleEmptied.class));
    assertFlaw(
        "EmptyKettleOnTeaRefused, which is to undo FillKettleOnTea, is no compensation of its"
            + " service",
        steps -> replaced(steps, EMPTY, elsewhere));
  }

  @Test
  void findsARowThatNothingLeadsTo() {
    SagaStep mop = step(BFF, "MopOnTeaSpilled", TeaSpilled.class, UNDONE, "").answering(List.of());
    assertFlaw("nothing leads to MopOnTeaSpilled", steps -> with(steps, mop));
  }

  @Test
  void findsThatThereIsNoPivot() {
    SagaStep undecided =
        step(ENGINE, "MakeTeaOnKettleFilled", KettleFilled.class, FORWARD, "")
            .answering(List.of(TeaMade.class, TeaRefused.class));
    assertFlaw(
        "it needs a pivot, and all rows that take it in one service",
        steps -> replaced(steps, MAKE, undecided));
  }

  @Test
  void findsADecisionThatTwoServicesTake() {
    SagaStep elsewhere =
        step(STORAGE, "FillKettleOnTea", Tea.class, PIVOT, "")
            .answering(List.of(KettleFilled.class));
    assertFlaw(
        "it needs a pivot, and all rows that take it in one service",
        steps -> replaced(steps, FILL, elsewhere));
  }

  @Test
  void takesASagaWithoutWayBack() {
    assertThatCode(
            () ->
                new SagaMap(
                    "tea",
                    BFF,
                    Tea.class,
                    null,
                    Duration.ofMinutes(2),
                    List.of(
                        step(STORAGE, "FillKettleOnTea", Tea.class, PIVOT, "")
                            .answering(List.of(TeaMade.class)),
                        SERVE)))
        .doesNotThrowAnyException();
  }

  @Test
  void findsTwoReactionsOfOneServiceToOneMessage() {
    SagaStep twice = step(BFF, "ServeAgainOnTeaMade", TeaMade.class, DONE, "").answering(List.of());
    assertFlaw("bff hears TeaMade twice", steps -> with(steps, twice));
  }

  private static void assertFlaw(String flaw, UnaryOperator<List<SagaStep>> spoiled) {
    assertThatThrownBy(() -> mapOf(spoiled))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("make-tea: " + flaw);
  }

  private static SagaMap mapOf(UnaryOperator<List<SagaStep>> change) {
    return new SagaMap(
        "make-tea",
        BFF,
        Tea.class,
        Stop.class,
        Duration.ofMinutes(2),
        change.apply(List.of(FILL, MAKE, ARBITRATE, EMPTY, SERVE, APOLOGISE)));
  }

  private static List<SagaStep> without(List<SagaStep> steps, SagaStep one) {
    return steps.stream().filter(step -> !step.equals(one)).toList();
  }

  private static List<SagaStep> replaced(List<SagaStep> steps, SagaStep one, SagaStep other) {
    return steps.stream().map(step -> step.equals(one) ? other : step).toList();
  }

  private static List<SagaStep> with(List<SagaStep> steps, SagaStep more) {
    List<SagaStep> all = new ArrayList<>(steps);
    all.add(more);
    return all;
  }

  private static Row step(
      Service service,
      String reaction,
      Class<? extends Message> reactsTo,
      Kind kind,
      String undoneBy) {
    return new Row(service, reaction, reactsTo, kind, undoneBy);
  }

  private record Row(
      Service service,
      String reaction,
      Class<? extends Message> reactsTo,
      Kind kind,
      String undoneBy) {

    SagaStep answering(List<Class<? extends Message>> answers) {
      return new SagaStep(reaction, service, reaction, reactsTo, kind, false, answers, undoneBy);
    }
  }
}
