import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../../web/shell/call.ts';
import { oneOnOneRoutes, type ListedOneOnOne } from '../contract.ts';
import type { ListFilter } from './list-filter.ts';

export interface OneOnOneList {
  rows: ListedOneOnOne[] | undefined;
  error: unknown;
  /** The rows shown are those of the filter before. */
  isOld: boolean;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

const pageSize = 40;

export function useOneOnOnes(filter: ListFilter): OneOnOneList {
  const query = useInfiniteQuery({
    queryKey: [oneOnOneRoutes.list.path, 'pages', filter],
    queryFn: async ({ pageParam, signal }) =>
      call(oneOnOneRoutes.list, {
        query: { ...filter, limit: pageSize, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  return {
    // A record that changes while one pages comes again on top; it is shown there alone.
    rows: query.data && onceEach(query.data.pages.flatMap(({ items }) => items)),
    error: query.error,
    isOld: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (!query.isFetching) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}

function onceEach(rows: readonly ListedOneOnOne[]): ListedOneOnOne[] {
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
}
