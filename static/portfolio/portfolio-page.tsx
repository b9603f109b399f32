import { useEffect, useState } from 'react';
import { openAddress, type Address } from '../ui/address';
import { Text } from '../ui/text';
import { formatView, parseView, type PortfolioView } from './model/view';
import { Portfolio } from './portfolio';
import { PortfolioSkeleton } from './skeleton';
import './texts';
import './portfolio.css';

/** How the projects stand that the reader may see, a line each. */
export function PortfolioPage() {
  const [address, setAddress] = useState<Address | null>(null);
  useEffect(() => void openAddress().then(setAddress), []);
  return (
    <>
      {/* Jira writes the page's name above the frame. */}
      <h1 className="hf-visually-hidden">
        <Text id="portfolio.title" />
      </h1>
      {address ? <Addressed address={address} /> : <PortfolioSkeleton />}
    </>
  );
}

/** The reader's choices are kept in the address. */
function Addressed({ address }: { address: Address }) {
  const [view, setView] = useState(() => parseView(address.read()));
  useEffect(() => address.onMove(() => setView(parseView(address.read()))), [address]);
  const change = (to: Partial<PortfolioView>): void => {
    const next = { ...view, ...to };
    setView(next);
    address.push(formatView(next));
  };
  return <Portfolio view={view} onChange={change} />;
}
