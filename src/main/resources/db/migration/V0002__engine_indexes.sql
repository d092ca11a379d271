-- Indexes the engine's own scripts lack; each named query scanned the whole table (docs/performance.md).
create index p72_act_task_parent on ACT_RU_TASK(PARENT_TASK_ID_);
