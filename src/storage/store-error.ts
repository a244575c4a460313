export { StoreError, type StoreErrorKind } from '../domain/store-error.ts';
