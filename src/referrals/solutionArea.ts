import { codeKey } from './codeKey';

/** The solutions of type Category. https://learn.microsoft.com/en-us/partner-center/developer/referral-resources */
export const solutionAreas: readonly string[] = [
  ['AdvancedAnalytics', 'ApplicationIntegration', 'ArtificialIntelligence', 'AzureSecurityOperationManagement'],
  ['AzureStack', 'BackupDisasterRecovery', 'BigData', 'Blockchain', 'Chatbot', 'CloudDatabaseMigration'],
  ['CloudMigration', 'CloudVoice', 'CognitiveServices', 'CompetitiveDatabaseMigration', 'Containers', 'DataWarehouse'],
  ['DatabaseonLinux', 'DevelopmentandTest', 'DevOps', 'DigitalMedia', 'Dynamics365forCustomerService'],
  ['Dynamics365forFieldService', 'Dynamics365forFinanceOperations', 'Dynamics365forRetail', 'Dynamics365forSales'],
  ['Dynamics365forTalent', 'DynamicsonAzure', 'EnterpriseBusinessIntelligence', 'Gaming', 'HighPerformanceComputing'],
  ['HybridStorage', 'IdentityandAccessManagement', 'InformationManagement', 'InternetofThings', 'MachineLearning'],
  ['Microserviceapplications', 'MobileApplications', 'MySQLPostgresMigrationtoAzure', 'Networking', 'NoSQLMigration'],
  ['RedhatonAzure', 'RegulatoryComplianceGDPR', 'SAPonAzure', 'ServerlessComputing', 'SharepointonAzure'],
  ['SQLServerUpgrade', 'ThreatProtection', 'WebDevelopment'],
].flat();

const byName = new Map(solutionAreas.map((area) => [codeKey(area), area]));

/** The code of a solution area as people write it, "cloud voice" for `CloudVoice`; what is not known stays as it is. */
export const solutionArea = (text: string): string => byName.get(codeKey(text)) ?? text;
