package dev.bricklayer.engine.claim;

/**
 * The two statements of a claim. They are here to be seen: the benchmark runs them bare, as the
 * ceiling of what claims can reach.
 */
public final class ClaimStatements {

  /**
   * No lower bound and no mark: what nobody claimed is simply still there. Served in order by
   * schedule__due, so that it ends after the batch. The rows stay locked until the new instants are
   * written; a job that is being changed at this moment is skipped and looked at again.
   */
  public static final String PICK =
      """
      select job_id, bot_id, next_fire_at, rule, now() as picked_at
      from schedule
      where shard = :shard and next_fire_at < now() + :horizonMillis * interval '1 millisecond'
      order by next_fire_at
      limit :batch
      for update skip locked
      """;

  /**
   * The same, past rules that cannot be read: those are not written, so they would be picked again
   * each time, and thousands of them would leave no room for others. Known by their text, so that a
   * job whose rule is changed is picked at once.
   */
  static final String PICK_PAST =
      """
      select job_id, bot_id, next_fire_at, rule, now() as picked_at
      from schedule
      where shard = :shard and next_fire_at < now() + :horizonMillis * interval '1 millisecond'
        and rule <> all(:unreadable)
      order by next_fire_at
      limit :batch
      for update skip locked
      """;

  /**
   * One statement for the whole batch. An occurrence that is there already stays as it is: then an
   * earlier claim's row decides. The schedule's rows are locked by the pick and found by their
   * keys.
   */
  public static final String WRITE =
      """
      with claimed as (
        insert into occurrence
          (job_id, bot_id, planned_at, shard, state, late, look_at, missed_from, missed_count, final_at)
        select job_id, bot_id, planned_at, :shard,
               case when missed_count is null then 'READY' else 'MISSED' end,
               late,
               case when missed_count is null
                    then greatest(planned_at, now()) + :lookMillis * interval '1 millisecond' end,
               missed_from, missed_count,
               case when missed_count is not null then now() end
        from unnest(:jobs, :bots, :plannedAt, :late, :missedFrom, :missedCount)
          as claim (job_id, bot_id, planned_at, late, missed_from, missed_count)
        on conflict do nothing
      )
      update schedule
      set next_fire_at = due.next_fire_at
      from unnest(:dueJobs, :dueNext) as due (job_id, next_fire_at)
      where schedule.job_id = due.job_id
      """;

  private ClaimStatements() {}
}
