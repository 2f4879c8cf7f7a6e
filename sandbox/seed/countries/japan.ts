import type { Country } from '../country';

export const japan: Country = {
  code: 'JP',
  culture: 'ja-JP',
  currency: 'JPY',
  callingCode: '+81',
  companyNames: ['株式会社{stem}{kind}', '{stem}{kind}株式会社'],
  stems:
    '青葉|Aoba, 北斗|Hokuto, 瀬戸内|Setouchi, 朝霧|Asagiri, 白樺|Shirakaba, 大和川|Yamatogawa, 松風|Matsukaze, 碧海|Hekikai',
  kinds:
    '製作所|Works, 食品|Foods, 物流|Logistics, 電機|Electric, 病院|Hospital, 建設|Construction, 旅館|Ryokan, 印刷|Printing',
  industries: 'MRTMHSLC',
  givenNames: '美咲|Misaki, 健太|Kenta, 由紀子|Yukiko, 大輔|Daisuke, 千尋|Chihiro, 翔太|Shota',
  familyNames: '佐々木|Sasaki, 小野寺|Onodera, 渡邊|Watanabe, 髙橋|Takahashi, 長谷川|Hasegawa, 森|Mori',
  cities: '仙台市|宮城県|980-0811; 松山市|愛媛県|790-0001; 長野市|長野県|380-0823; 堺市|大阪府|590-0078',
  streets: '中央町#番地; 本町#丁目2-7; 港北通り#',
  request: {
    title: 'ファイルサーバーのSharePoint移行',
    notes:
      '現在オンプレミスで運用しているファイルサーバーをSharePointへ移行したいと考えております。ご提案をお願いいたします。',
    about: 'CloudMigration',
  },
};
