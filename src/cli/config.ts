/** The settings for a run of the command. */
import { ConfigError, findConfig, readConfig, type Config } from '../work/config.js';
import { CommandError, EXIT } from './fail.js';

/** The file that `--config` names, or the nearest one upwards, or no settings. Throws a CommandError for one that cannot be used. */
export function settings(path: string | undefined): Config {
  const found = path ?? findConfig(process.cwd());
  if (found === undefined) return {};
  try {
    return readConfig(found);
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandError(EXIT.usage, error.message, { cause: error });
    throw error;
  }
}
