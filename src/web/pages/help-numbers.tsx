import { tolerance } from '../../features/kpis/domain/pace.ts';

/** What KPIs, targets and paces are, and who sees them. */
export function Numbers() {
  return (
    <>
      <p>
        Under <strong>Numbers</strong> stands what is measured of you: calls booked, revenue, response time.
        You, whoever manages you now, and admins see the same numbers; nobody else does, not even a reader of
        your one-on-ones, who sees only what stands in them. Whoever manages people sees them side by side
        there, by KPI, with what changed most.
      </p>
      <p>
        With a <strong>target</strong>, a number says how it stands. What adds up, like calls in a month, has
        a <strong>pace</strong>: where one should be by today, by the working days that are over. On track is
        at most {tolerance.onTrack * 100} % below it, at risk at most {tolerance.atRisk * 100} %, behind is
        further. An average should be there all the time.
      </p>
      <p>
        Your manager or an admin sets targets, for you or for a team; your own come before your team’s, and of
        several teams’ the most demanding holds. A new one takes over from its first day on and counts for the
        whole period of that day. How they came to be stands under each number.
      </p>
      <p>
        <strong>What the numbers say</strong> since you last met stands on the page of your meetings and where
        you prepare, below how each stands against this month’s target, and for the manager on the record: a
        week far out of the usual, a new level or trend, a pace that is well behind or ahead, a target hit, a
        record, readings that stopped. Each is one sentence that either of you can put on the agenda. It is
        said only where chance hardly explains it, so often nothing is.
      </p>
      <p>
        When a target is hit, you and whoever manages you are told once: that one was hit, not which. Whether
        by mail too you choose on your account page.
      </p>
      <p>
        A reading is a value for one day. Where there is one already, the later one takes its place, which is
        said; what an approved one-on-one shows stays as it was. Whoever may correct one presses its value in
        the list of readings.
      </p>
    </>
  );
}
