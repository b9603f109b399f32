import { naturalLimits } from '../../../../../src/domain/report/drift/xmr';

/** Two published data sets. Only the measurements are taken over; every figure below was worked out again from them. */
describe('limits of published examples', () => {
  it('agrees with the flow rate of ten batches (NIST/SEMATECH e-Handbook, 6.3.2.2)', () => {
    const limits = naturalLimits([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
    expect(limits.mean).toBeCloseTo(50.81, 10);
    expect(limits.meanRange).toBeCloseTo(16.9 / 9, 10);
    // The handbook divides by d2 = 1.128 instead of multiplying by the rounded 2.66.
    expect(limits.upper).toBeCloseTo(55.8041, 2);
    expect(limits.lower).toBeCloseTo(45.8159, 2);
  });

  it('agrees with the viscosity of fifteen batches of primer (Montgomery, Introduction to Statistical Quality Control)', () => {
    const limits = naturalLimits([
      33.75, 33.05, 34.0, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.2, 33.62, 33.0, 33.54, 33.12, 33.84,
    ]);
    expect(limits.mean).toBeCloseTo(33.52, 2);
    expect(limits.meanRange).toBeCloseTo(0.48, 2);
    expect(limits.upper).toBeCloseTo(34.8, 2);
    expect(limits.lower).toBeCloseTo(32.24, 2);
    expect(limits.upperRange).toBeCloseTo(1.57, 2);
  });
});
