/** Something a customer can subscribe to. */
export interface Offer {
  /** `productId:skuId`; the availability follows. */
  id: string;
  name: string;
  product: 'OnlineServicesNCE' | 'AzurePlan' | 'SoftwareSubscriptions' | 'SaaS';
  publisher: string;
  isTrial: boolean;
}

const list = `CFQ7TTC0LH18:0001|Microsoft 365 Business Basic
CFQ7TTC0LDPB:0001|Microsoft 365 Business Standard
CFQ7TTC0LCHC:0002|Microsoft 365 Business Premium
CFQ7TTC0LFLX:0001|Microsoft 365 E3
CFQ7TTC0LFLZ:0002|Microsoft 365 E5
CFQ7TTC0MBMD:0003|Microsoft 365 F3
CFQ7TTC0LF8R:0001|Office 365 E3
CFQ7TTC0LH16:0001|Exchange Online (Plan 1)
CFQ7TTC0LHSL:0001|Power BI Pro
CFQ7TTC0HL8W:0001|Power Automate per user plan
CFQ7TTC0LFF1:0001|Dynamics 365 Sales Enterprise
CFQ7TTC0HD33:0001|Visio Plan 2
CFQ7TTC0HDB0:0002|Planner and Project Plan 3
CFQ7TTC0LHT4:0001|Enterprise Mobility + Security E3
CFQ7TTC0MM8R:0002|Microsoft 365 Copilot
CFQ7TTC0J203:0001|Microsoft Defender for Endpoint P2
CFQ7TTC0HHS9:0001|Windows 365 Business 2 vCPU, 8 GB, 128 GB`;

const microsoft365: Offer[] = list.split('\n').map((line) => {
  const [id = '', name = ''] = line.split('|');
  return { id, name, product: 'OnlineServicesNCE', publisher: 'Microsoft Corporation', isTrial: false };
});

/** What the partner's customers buy. */
export const offers: readonly Offer[] = [
  ...microsoft365,
  {
    id: 'CFQ7TTC0LFLZ:0009',
    name: 'Microsoft 365 E5 (Trial)',
    product: 'OnlineServicesNCE',
    publisher: 'Microsoft Corporation',
    isTrial: true,
  },
  {
    id: 'DG7GMGF0D5RK:0005',
    name: 'SQL Server Standard Core - 2 Core License Pack - 3 year',
    product: 'SoftwareSubscriptions',
    publisher: 'Microsoft Corporation',
    isTrial: false,
  },
  {
    id: 'DZH318Z0H4FZ:0014',
    name: 'Proseware Backup for Microsoft 365',
    product: 'SaaS',
    publisher: 'Proseware, Inc.',
    isTrial: false,
  },
];

export const azurePlan: Offer = {
  id: 'DZH318Z0BPS6:0001',
  name: 'Azure plan',
  product: 'AzurePlan',
  publisher: 'Microsoft Corporation',
  isTrial: false,
};
