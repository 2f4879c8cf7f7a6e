import type { Country } from '../country';

export const taiwan: Country = {
  code: 'TW',
  culture: 'zh-TW',
  currency: 'TWD',
  callingCode: '+886',
  companyNames: ['{stem}{kind}股份有限公司', '{stem}{kind}有限公司'],
  stems: '晨曦|Chenxi, 玉山麓|Yushanlu, 海雲|Haiyun, 松鶴|Songhe, 嘉禾|Jiahe, 藍鯨|Lanjing, 竹溪|Zhuxi, 金穗|Jinsui',
  kinds:
    '精密|Precision, 生技|Biotech, 食品|Foods, 航運|Shipping, 電子|Electronics, 文教|Education, 紡織|Textile, 旅行社|Travel',
  industries: 'MHRTMEMT',
  givenNames: '怡君|Yi-Chun, 志豪|Chih-Hao, 雅婷|Ya-Ting, 冠宇|Kuan-Yu, 淑芬|Shu-Fen, 承恩|Cheng-En',
  familyNames: '林|Lin, 歐陽|Ouyang, 郭|Kuo, 簡|Chien, 蔡|Tsai, 范姜|Fan-Chiang',
  cities: '臺中市|西屯區|407; 臺南市|中西區|700; 新竹市|東區|300; 花蓮市|花蓮縣|970',
  streets: '文心路#號; 民生東路#號3樓; 科學園路#號',
  request: {
    title: '導入 Microsoft 365 E5',
    notes: '我們計畫在下一季導入 Microsoft 365 E5，希望了解資安評估與教育訓練的費用。',
    about: 'ThreatProtection',
  },
};
