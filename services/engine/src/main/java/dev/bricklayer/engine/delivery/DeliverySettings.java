package dev.bricklayer.engine.delivery;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How occurrences become posts.
 *
 * @param atOnce how many this copy delivers at the same time
 * @param patience how long a record waits for its turn; then the engine's own schedule takes it
 *     over and Kafka goes on
 * @param freshFor a sender that comes to its request later than this after it took the occurrence
 *     takes it again first
 * @param sendingFor how long an occurrence is a sender's alone; longer than {@code freshFor} and
 *     one request together
 * @param resendWithin how long after the first try the same post may be sent again under its {@code
 *     pending_post_id}: safely less than the 30 s for which Mattermost knows it
 * @param proofAfter how long after a request the channel proves that it posted nothing
 * @param betweenLooks the wait between the two looks that prove it
 * @param firstBackoff how long to wait at most after the first failure; it doubles with each
 * @param longestBackoff the longest of these waits
 * @param giveUpAfter how long after its instant an occurrence is given up
 * @param sweepBatch how many the leader takes up again in one transaction
 */
@Validated
@ConfigurationProperties("bricklayer.engine.delivery")
record DeliverySettings(
    @Min(1) @DefaultValue("64") int atOnce,
    @NotNull @DefaultValue("500ms") Duration patience,
    @NotNull @DefaultValue("10s") Duration freshFor,
    @NotNull @DefaultValue("30s") Duration sendingFor,
    @NotNull @DefaultValue("25s") Duration resendWithin,
    @NotNull @DefaultValue("60s") Duration proofAfter,
    @NotNull @DefaultValue("1s") Duration betweenLooks,
    @NotNull @DefaultValue("2s") Duration firstBackoff,
    @NotNull @DefaultValue("5m") Duration longestBackoff,
    @NotNull @DefaultValue("24h") Duration giveUpAfter,
    @Min(1) @DefaultValue("500") int sweepBatch) {}
