import type { ReactNode } from 'react';
import { RouterProvider } from 'react-aria-components';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { currentLocale } from './dates.ts';

interface AriaProviderProps {
  /** Lets the `href` of menus and palettes go through the application's router. */
  navigate: (href: string) => void;
  children: ReactNode;
}

/** What React Aria must know: the way pages change, and how the reader's region writes dates and figures. */
export function AriaProvider({ navigate, children }: AriaProviderProps) {
  return (
    <I18nProvider locale={currentLocale()}>
      <RouterProvider navigate={navigate}>{children}</RouterProvider>
    </I18nProvider>
  );
}
