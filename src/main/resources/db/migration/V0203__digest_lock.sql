-- One node at a time writes the weekly digest.
insert into notification_lock(name) values ('weekly-digest');
