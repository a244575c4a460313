import { describeLargestBroadcast } from './broadcast-store.contract.ts';
import { openFileStores } from './open-file-stores.ts';

describeLargestBroadcast('in a file', openFileStores);
