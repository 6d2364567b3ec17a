import { useEffect, useRef } from 'react';
import { takeFocusRequest } from './focus-request.ts';

interface PageTitleProps {
  title: string;
  tabTitle: string;
  className?: string;
}

/** The page's h1. Names the tab, and takes the focus after a navigation so that a screen reader says where one is. */
export function PageTitle({ title, tabTitle, className }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tabTitle} · Duologue`;
    if (takeFocusRequest()) heading.current?.focus({ preventScroll: true });
  }, [tabTitle]);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {title}
    </h1>
  );
}
