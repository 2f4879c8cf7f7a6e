import type { Country } from '../country';
import { brazil } from './brazil';
import { canada } from './canada';
import { france } from './france';
import { germany } from './germany';
import { india } from './india';
import { israel } from './israel';
import { italy } from './italy';
import { japan } from './japan';
import { netherlands } from './netherlands';
import { poland } from './poland';
import { saudiArabia } from './saudiArabia';
import { spain } from './spain';
import { sweden } from './sweden';
import { taiwan } from './taiwan';
import { unitedKingdom } from './unitedKingdom';
import { unitedStates } from './unitedStates';

/** Where the partner's customers are. */
export const countries: readonly Country[] = [
  unitedStates,
  germany,
  japan,
  unitedKingdom,
  france,
  saudiArabia,
  sweden,
  netherlands,
  spain,
  taiwan,
  italy,
  israel,
  canada,
  brazil,
  poland,
  india,
];
