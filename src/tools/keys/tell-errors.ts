import { KeyError } from '../../keys/key-error.ts';
import { StoreError } from '../../storage/store-error.ts';
import { SettingsError } from '../read-settings.ts';

/** Runs a command; what it cannot do is said in its plain words on stderr, with the exit code `failed`. */
export async function tellErrors(failed: number, command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const plain = error instanceof KeyError || error instanceof StoreError || error instanceof SettingsError;
    if (!plain) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = failed;
  }
}
