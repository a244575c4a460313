import { isInForce, type VersionStore } from '../../domain/versions/policy-version.ts';
import { packVersion, unpackText } from '../packed-versions.ts';
import { StoredVersion } from '../stored-rows.ts';
import type { Committed } from './group-commit.ts';
import { findMade, recordAct } from './record-act.ts';
import { recordConsequences } from './record-consequences.ts';
import { keys, type StoreData } from './store-data.ts';

type Adopted = Awaited<ReturnType<VersionStore['adopt']>>;

/** The versions of policies in the lowdb store. */
export function createLowdbVersionStore(db: Committed<StoreData>): VersionStore {
  const ofSchool = (data: StoreData, schoolId: string) =>
    [...data.policies.versions].filter((one) => one.schoolId === schoolId);
  return {
    versions: (schoolId) =>
      Promise.resolve(ofSchool(db.data(), schoolId).map(({ packed: _text, ...version }) => version)),

    text: (name) => {
      const row = db.data().policies.versions.get(keys.version(name));
      return Promise.resolve(row && unpackText(row));
    },

    addVersion: (version, text, then) =>
      db.change<'added' | 'known'>((data) => {
        const { schoolId, policyId } = version;
        const isKnown = data.policies.versions.get(keys.version(version)) !== undefined;
        const isLater = version.adoption && ofSchool(data, schoolId).some((one) => one.policyId === policyId);
        if (isKnown || isLater) return { data, result: 'known' };
        const row = StoredVersion.parse(packVersion(version, text));
        return { data: recordConsequences(withVersions(data, [row]), then), result: 'added' };
      }),

    adopt: (act, name, over, adoption, then) =>
      db.change<Adopted>((data) => {
        const { schoolId, policyId } = name;
        if (findMade(data, schoolId, 'version', act) !== undefined) return { data, result: 'adopted' };
        const next = data.policies.versions.get(keys.version(name));
        if (!next) return { data, result: 'not-found' };
        const now = ofSchool(data, schoolId).find((one) => one.policyId === policyId && isInForce(one));
        if (now?.hash !== over || over === name.hash) return { data, result: 'overtaken' };
        const rows = [
          StoredVersion.parse({ ...now, replacedAt: adoption.at }),
          StoredVersion.parse({ ...next, adoption, replacedAt: undefined }),
        ];
        const recorded = recordAct(data, { schoolId, kind: 'version', act, made: name.hash, at: adoption.at });
        return { data: recordConsequences(withVersions(recorded, rows), then), result: 'adopted' };
      }),

    destroyVersion: (name, then) =>
      db.change<Awaited<ReturnType<VersionStore['destroyVersion']>>>((data) => {
        const row = data.policies.versions.get(keys.version(name));
        if (row?.replacedAt === undefined) return { data, result: row ? 'in-force' : 'not-found' };
        const left = { ...data, policies: { versions: data.policies.versions.without(keys.version(name)) } };
        return { data: recordConsequences(left, then), result: 'destroyed' };
      }),
  };
}

function withVersions(data: StoreData, rows: readonly StoredVersion[]): StoreData {
  const versions = rows.reduce((all, row) => all.with(row), data.policies.versions);
  return { ...data, policies: { versions } };
}
