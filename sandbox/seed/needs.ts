import type { Random } from './random';

/** What a customer is after. */
export interface Need {
  title: string;
  notes: string;
  product: string;
  service: string;
  /** Id of a solution category. */
  solution: string;
  solutionName: string;
  /** US dollars. */
  typicalValue: number;
}

const table = `Move 40 file shares to SharePoint|Four decades of file shares, nobody knows what is in them. We want them sorted, moved and searchable before the lease on the data centre ends.|SharePoint|DeploymentOrMigration|CloudMigration|Cloud Migration|42000
Field service on the phone|120 technicians still get their jobs on paper. We want dispatch, parts and signatures on a phone, also where there is no signal.|Dynamics365Enterprise|ConsultingAndProfessional|Dynamics365forFieldService|Dynamics 365 for Field Service|185000
Copilot pilot for the legal team|Thirty people, three months, and a clear answer whether it pays. Data protection has to sign off first.|Microsoft365|LearningAndCertification|ArtificialIntelligence|Artificial Intelligence|24000
Replace the telephone system|Our exchange is out of support in spring. Eleven sites, two call queues, lifts and door phones included.|Teams|DeploymentOrMigration|CloudVoice|Cloud Voice|96000
Data warehouse for daily sales|Sales of 31 branches arrive as nightly text files. We want yesterday's figures at eight in the morning.|SQL|CustomSolution(ISV)|DataWarehouse|Data Warehouse|260000
Security review after an incident|We had ransomware in June. Insurance now asks for a review, multifactor sign-in everywhere and a plan.|EnterpriseMobilityAndSecurity|ManagedServices|ThreatProtection|Threat Protection|78000
SAP to Azure|Our hosting contract for SAP ends in nine months. 14 systems, 22 TB, two maintenance windows a year.|Azure|DeploymentOrMigration|SAPonAzure|SAP on Azure|1250000
Shared tablets for every shift|2,400 devices that people share, managed, and reset at every handover. The first site goes live in spring.|Surface|Hardware|MobileApplications|Mobile Applications|610000
Backup that can be trusted|Last month's restore test failed. We are looking for backup and recovery in another region, tested every quarter.|Azure|ManagedServices|BackupDisasterRecovery|Backup & Disaster Recovery|54000
Customer portal in nine languages|People should order, ask and complain in one place, and get an answer in their own language.|Azure|CustomSolution(ISV)|WebDevelopment|Web Development|145000
Sensors in the cold store|Temperature of 900 pallets, an alarm within a minute, and a record for the inspector.|Azure|Integration|InternetofThings|Internet of Things|118000
Finance off the old ERP|Three companies, two currencies, one closing. The old system cannot do electronic invoices, which become law next year.|Dynamics365Business|ProjectServices|Dynamics365forFinanceOperations|Dynamics 365 for Finance & Operations|330000
Licences for seasonal staff|We grow from 200 to 900 people every summer and pay for all of them all year. There must be a better way.|Office|Licensing|IdentityandAccessManagement|Identity & Access Management|18000
Reporting for the board|Fourteen spreadsheets, fourteen truths. One set of figures, please, with who may see what.|PowerBI|ConsultingAndProfessional|EnterpriseBusinessIntelligence|Enterprise Business Intelligence|37000`;

const needs: readonly Need[] = table.split('\n').map((line) => {
  const [title = '', notes = '', product = '', service = '', solution = '', solutionName = '', value] = line.split('|');
  return { title, notes, product, service, solution, solutionName, typicalValue: Number(value) };
});

/** A need about this solution category, any one when undefined. */
export function pickNeed(about: string | undefined, random: Random): Need {
  return random.pick(needs.filter(({ solution }) => about === undefined || solution === about));
}
