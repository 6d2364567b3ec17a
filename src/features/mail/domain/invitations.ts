/** Of a notice, what its invitation is made from. */
export interface AboutMeetings {
  recipient_id: string;
  series_id: string;
  meeting_slot: string | null;
}

/** An iTIP message: one event of a calendar, or that it is no more. */
export interface Invitation {
  method: 'REQUEST' | 'CANCEL';
  content: string;
  /** Of the one meeting, or of the first by the rule; the mail says it in words too. */
  startsAt: string;
  /** The recipient's; without one, the series'. */
  timeZone: string;
}
