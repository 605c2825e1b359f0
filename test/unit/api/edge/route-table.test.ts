import { RouteTable } from '../../../../src/api/edge/route-table.js';

describe('RouteTable', () => {
  const routes = new RouteTable();
  routes.add('GET', '/api/v1/areas/:code');
  routes.add('GET', '/api/v1/areas/:code.csv');
  routes.add('POST', '/api/v1/submissions/:receipt/decisions');
  routes.add('GET', '/en/*');
  routes.add('OPTIONS', '*');

  it('knows the methods of an address', () => {
    expect(routes.methodsOf('/api/v1/areas/KEN')).toEqual(['GET']);
    expect(routes.methodsOf('/api/v1/areas/KEN/')).toEqual(['GET']);
    expect(routes.methodsOf('/api/v1/submissions/abc/decisions')).toEqual(['POST']);
  });

  it('knows none where there is no address, whatever catches the rest', () => {
    expect(routes.methodsOf('/api/v1/areas')).toEqual([]);
    expect(routes.methodsOf('/api/v1/areas/KEN/x')).toEqual([]);
    expect(routes.methodsOf('/en/nothing')).toEqual([]);
    expect(routes.methodsOf('/')).toEqual([]);
  });

  it('lists what was declared', () => {
    expect(routes.all()).toHaveLength(5);
  });
});
