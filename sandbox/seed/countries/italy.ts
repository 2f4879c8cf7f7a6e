import type { Country } from '../country';

export const italy: Country = {
  code: 'IT',
  culture: 'it-IT',
  currency: 'EUR',
  callingCode: '+39',
  companyNames: ['{kind} {stem} S.r.l.', '{kind} {stem} S.p.A.'],
  stems: "dell'Adda, Montecorvo, Sant'Elia, Bellavista, D'Alessio, Fontanabianca, Le Torri, Valdirosa",
  kinds: 'Caseificio, Officine, Marmi, Cantine, Trasporti, Ceramiche, Studio Legale, Tessitura',
  industries: 'AMMATMSM',
  givenNames: 'Nicolò, Chiara, Tommaso, Ginevra, Raffaele, Ilaria, Niccolò, Beatrice',
  familyNames: "D'Angelo, Dell'Orto, Bevilacqua, Caputo, Mengoni, Sartori, Lo Presti",
  cities: "Bergamo|Lombardia|24121; Lecce|Puglia|73100; L'Aquila|Abruzzo|67100; Forlì|Emilia-Romagna|47121",
  streets: "Via dell'Industria #; Corso Umberto I #; Piazza San Nicolò #",
  request: {
    title: 'Migrazione dal vecchio gestionale',
    notes: 'Abbiamo bisogno di un preventivo per 120 licenze e di assistenza per la migrazione dal vecchio gestionale.',
    about: 'Dynamics365forFinanceOperations',
  },
};
