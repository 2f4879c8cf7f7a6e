import { onEngine } from '../support/onEngine';
import { storeBehaviour } from './behaviour/storeBehaviour';

onEngine('PostgreSQL', storeBehaviour);
