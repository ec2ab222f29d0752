// Loaded first in every process that launch.mjs starts. The channel to the launcher closes when the
// launcher is gone; a launcher that was killed with -9 could tell nobody, so this end watches.
if (process.channel !== undefined) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel.unref();
}
