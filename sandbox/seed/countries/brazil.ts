import type { Country } from '../country';

export const brazil: Country = {
  code: 'BR',
  culture: 'pt-BR',
  currency: 'BRL',
  callingCode: '+55',
  companyNames: ['{kind} {stem} Ltda.', '{kind} {stem} S.A.'],
  stems: 'São Bento, Ipê Amarelo, Jatobá, Conceição, Três Irmãos, Maracanã do Sul, Açaí, Pantaneira',
  kinds: 'Usina, Laticínios, Construtora, Farmácias, Colégio, Transportadora, Cafés, Têxtil',
  industries: 'PASRETAM',
  givenNames: 'Thaís, João Pedro, Luísa, Fábio, Conceição, Antônio, Jéssica, Caetano',
  familyNames: 'Gonçalves, Assunção, Araújo, Magalhães, Simões, Queiroz, Falcão',
  cities: 'Uberlândia|MG|38400-100; Florianópolis|SC|88010-000; São Luís|MA|65010-000; Goiânia|GO|74003-010',
  streets: 'Rua das Acácias, #; Avenida Brasil, #; Travessa São João, #',
  request: {
    title: 'Piloto do Copilot',
    notes: 'Queremos um piloto do Copilot para 40 pessoas do setor comercial. Precisamos de orçamento até sexta-feira.',
    about: 'ArtificialIntelligence',
  },
};
