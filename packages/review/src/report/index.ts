// The weekly report.
export { contributingDimensions } from './contributions.ts';
export { sampleKinds, sampleOf, type SampleKind } from './sample.ts';
export { weekNumbers, type WeekNumbers } from './week-report.ts';
