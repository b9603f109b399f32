import { texts } from '../../texts/compiled/en/report';
import { texts as ruleNames } from '../../texts/compiled/en/rule-names';
import { useEffect, useState } from 'react';
import { mount } from '../ui/mount';
import { Text } from '../ui/text';
import { openAddress, type Address } from '../ui/address';
import './report.css';
import { Report } from './report';
import { ReportSkeleton } from './skeleton';

const opening = openAddress();

function Page() {
  const [address, setAddress] = useState<Address | null>(null);
  useEffect(() => {
    void opening.then(setAddress);
  }, []);
  return (
    <>
      {/* Jira writes the page's name above the frame. */}
      <h1 className="hf-visually-hidden">
        <Text id="report.title" />
      </h1>
      {address ? <Report address={address} /> : <ReportSkeleton />}
    </>
  );
}

void mount({ texts: [ruleNames, texts], skeleton: <ReportSkeleton />, render: () => <Page /> });
