/** Preloaded into samla: sets its clock SAMLA_TEST_DAYS days ahead, for what takes days to be believed. */
const ahead = Number(process.env.SAMLA_TEST_DAYS ?? 0) * 24 * 3600 * 1000;
const RealDate = Date;
const now = () => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, made) => Reflect.construct(target, args.length > 0 ? args : [now()], made),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
