/** The settings for a run of the command. */
import type { Config } from './settings.js';
import { findConfig } from './find-config.js';
import { CommandError, EXIT } from './fail.js';

/** The file that `--config` names, or the nearest one upwards, or no settings. Throws a CommandError for one that cannot be used. */
export async function settings(path: string | undefined): Promise<Config> {
  const found = path ?? findConfig(process.cwd());
  if (found === undefined) return {};
  // What reads and checks the file is loaded where there is one.
  const { ConfigError, readConfig } = await import('./settings.js');
  try {
    return readConfig(found);
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandError(EXIT.usage, error.message, { cause: error });
    throw error;
  }
}
