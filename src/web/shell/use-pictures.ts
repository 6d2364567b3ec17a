import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { profileRoutes } from '../../features/profile/contract.ts';
import { setPictures } from '../ui/pictures.ts';
import { queryOf } from './queries.ts';

/** Faces show pictures as soon as it is known who has one; until then, and for everybody else, initials. */
export function usePictures(): void {
  const { data } = useQuery({ ...queryOf(profileRoutes.pictures, {}), staleTime: 10 * 60_000 });
  useEffect(() => {
    if (data === undefined) return;
    setPictures(
      new Map(
        data.items.map(({ personId, version }) => [personId, `/api/people/${personId}/picture?v=${version}`]),
      ),
    );
  }, [data]);
}
