import type { Country } from '../country';

export const spain: Country = {
  code: 'ES',
  culture: 'es-ES',
  currency: 'EUR',
  callingCode: '+34',
  companyNames: ['{kind} {stem}, S.L.', '{kind} {stem}, S.A.'],
  stems: 'Peñalara, del Río Tinto, Núñez, La Almazara, Costa Brava, Íñigo, Sierra Morena, El Olivar',
  kinds: 'Aceites, Construcciones, Bodegas, Clínicas, Cerámicas, Logística, Hoteles, Conservas',
  industries: 'ASAHMTLM',
  givenNames: 'Begoña, Íker, Lucía, Andrés, Montserrat, Joaquín, Rocío, Óscar',
  familyNames: 'Ibáñez, Muñoz Peña, Zubizarreta, Cañadas, Gutiérrez, Echevarría, Lluch',
  cities: 'Logroño|La Rioja|26001; Málaga|Andalucía|29015; A Coruña|Galicia|15001; Castellón|Valencia|12001',
  streets: 'Calle del Peñón #; Avenida de la Constitución #; Plaza Mayor #',
  request: {
    title: 'Migración de 350 buzones',
    notes:
      '¿Podrían presentarnos una propuesta para migrar 350 buzones y formar a nuestro equipo antes de Semana Santa?',
    about: 'CloudMigration',
  },
};
