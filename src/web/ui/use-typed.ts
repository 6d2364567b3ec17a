import { useState } from 'react';

/**
 * What is typed, shown at once, for fields whose value comes back late: rows of a sortable list are drawn a moment
 * after their data, and a field that waited for them would lose the place of the cursor.
 */
export function useTyped(value: string, onChange: (value: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? value,
    type: (next: string) => {
      setTyped(next);
      onChange(next);
    },
    leave: () => setTyped(null),
  };
}
