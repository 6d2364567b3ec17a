/** What can be asked about the state of a record. */
export type DialogName =
  | 'share'
  | 'shareAndSend'
  | 'requestApproval'
  | 'takeBack'
  | 'approve'
  | 'requestRevision'
  | 'delete';
