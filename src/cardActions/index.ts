import type { CardAction } from './cardAction';
import { customerForget } from './customerForget';
import { customerChoose } from './customerChoose';
import { customerShow } from './customerShow';
import { foldPage } from './foldPage';
import { foldShow } from './foldShow';
import { invoiceLineShow } from './invoiceLineShow';
import { invoicePdf } from './invoicePdf';
import { invoiceShow } from './invoiceShow';
import { listExport } from './listExport';
import { listPage } from './listPage';
import { orderShow } from './orderShow';
import { quietClear } from './quietClear';
import { quietSet } from './quietSet';
import { readingChoose } from './readingChoose';
import { referralAccept } from './referralAccept';
import { referralAssign } from './referralAssign';
import { referralCreate } from './referralCreate';
import { referralCreateConfirm } from './referralCreateConfirm';
import { referralCreateForm } from './referralCreateForm';
import { referralCreateResume } from './referralCreateResume';
import { referralDecline } from './referralDecline';
import { referralLost } from './referralLost';
import { referralNote } from './referralNote';
import { referralRefresh } from './referralRefresh';
import { referralShow } from './referralShow';
import { referralSnooze } from './referralSnooze';
import { referralUpdate } from './referralUpdate';
import { referralWon } from './referralWon';
import { subscriptionShow } from './subscriptionShow';
import { watchBacklog } from './watchBacklog';
import { watchEdit } from './watchEdit';
import { watchForm } from './watchForm';
import { watchList } from './watchList';
import { watchNews } from './watchNews';
import { watchPause } from './watchPause';
import { watchRemove } from './watchRemove';
import { watchResume } from './watchResume';
import { watchShow } from './watchShow';
import { watchStart } from './watchStart';
import { watchTest } from './watchTest';

/** Every button verb. */
export const cardActions: readonly CardAction[] = [
  referralAccept,
  referralDecline,
  referralWon,
  referralLost,
  referralUpdate,
  referralNote,
  referralAssign,
  referralSnooze,
  referralRefresh,
  referralShow,
  referralCreateForm,
  referralCreate,
  referralCreateConfirm,
  referralCreateResume,
  watchStart,
  watchBacklog,
  watchForm,
  watchNews,
  watchEdit,
  watchList,
  watchShow,
  watchPause,
  watchResume,
  watchTest,
  watchRemove,
  quietSet,
  quietClear,
  foldShow,
  foldPage,
  customerChoose,
  readingChoose,
  listPage,
  listExport,
  customerShow,
  customerForget,
  subscriptionShow,
  orderShow,
  invoiceShow,
  invoiceLineShow,
  invoicePdf,
];
